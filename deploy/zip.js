// @ts-check

/**
 * A zip archive with one stored file, which is all that an inline Lambda function needs.
 *
 * @param {string} name
 * @param {string} content
 * @returns {Buffer}
 */
function zip(name, content) {
  const fileName = Buffer.from(name);
  const data = Buffer.from(content);
  const readableByAll = 0o100644 * 0x10000;

  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const shared = fileFields(fileName, data);
  shared.copy(local, 4);

  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  shared.copy(central, 6);
  central.writeUInt32LE(readableByAll, 38);

  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + fileName.length, 12);
  end.writeUInt32LE(local.length + fileName.length + data.length, 16);

  return Buffer.concat([local, fileName, data, central, fileName, end]);
}

/** The 26 bytes that the local and the central header share. @param {Buffer} fileName @param {Buffer} data */
function fileFields(fileName, data) {
  const fields = Buffer.alloc(26);
  const firstOfJanuary1980 = 0x21;
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(firstOfJanuary1980, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(fileName.length, 22);
  return fields;
}

/** zlib.crc32 came with Node 20.15 only. @param {Buffer} data */
function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

module.exports = { zip };
