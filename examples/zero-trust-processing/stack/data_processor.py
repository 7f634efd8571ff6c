"""Takes an object from incoming/, proves what was received, and writes the finding to results/."""

import hashlib
import json
import os
import urllib.parse

import botocore.session

s3 = botocore.session.get_session().create_client("s3")


def handler(event, _context):
    arrived = [place(record["s3"]) for record in event.get("Records", [])]
    # A result that came back as data would never end.
    results = [process(bucket, key) for bucket, key in arrived if not key.startswith(os.environ["RESULTS_PREFIX"])]
    return {"processed": len(results), "results": results}


def place(record):
    return record["bucket"]["name"], urllib.parse.unquote_plus(record["object"]["key"])


def process(bucket, key):
    body = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    finding = {
        "source": key,
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "status": "PROCESSED",
    }
    name = key.rsplit("/", 1)[-1]
    result_key = f"{os.environ['RESULTS_PREFIX']}{name}.result.json"
    s3.put_object(
        Bucket=bucket,
        Key=result_key,
        Body=json.dumps(finding).encode(),
        ContentType="application/json",
        ServerSideEncryption="aws:kms",
        SSEKMSKeyId=os.environ["DATA_KEY_ARN"],
    )
    print(json.dumps({"level": "INFO", "message": "processed", "source": key, "result": result_key}))
    return result_key
