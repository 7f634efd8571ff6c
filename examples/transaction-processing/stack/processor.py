"""Takes transactions from the stream into the ledger, one item each."""

import base64
import json
import os
import time

import botocore.session

RETENTION_SECONDS = 400 * 24 * 3600
ledger = botocore.session.get_session().create_client("dynamodb")


def handler(event, context):
    for record in event.get("Records", []):
        transaction = json.loads(base64.b64decode(record["kinesis"]["data"]))
        store(transaction)
        print(json.dumps({"level": "INFO", "message": "processed", "transaction_id": transaction["transaction_id"]}))
    return {"processed": len(event.get("Records", []))}


def store(transaction):
    now = int(time.time())
    ledger.put_item(
        TableName=os.environ["LEDGER_TABLE"],
        Item={
            "transaction_id": {"S": transaction["transaction_id"]},
            "account_id": {"S": transaction["account_id"]},
            "amount": {"N": str(transaction["amount"])},
            "currency": {"S": transaction["currency"]},
            "status": {"S": "PROCESSED"},
            "received_at": {"N": str(now)},
            "expires_at": {"N": str(now + RETENTION_SECONDS)},
        },
    )
