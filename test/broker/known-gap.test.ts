import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gapsAt, readGaps } from '../../src/broker/known-gap';
import { OptionsError } from '../../src/options-error';

const gap = { server: 'moto', type: 'AWS::SQS::Queue', matcher: 'toHaveTags', reason: 'forgets tags' } as const;

describe('the option', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'stackproof-gaps-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is a list, or a file relative to rootDir', () => {
    writeFileSync(path.join(folder, 'gaps.json'), JSON.stringify([gap]));
    expect(readGaps([gap], folder)).toEqual([gap]);
    expect(readGaps('gaps.json', folder)).toEqual([gap]);
    expect(readGaps(`../${path.basename(folder)}/gaps.json`, folder)).toEqual([gap]);
    expect(readGaps('<rootDir>/gaps.json', folder)).toEqual([gap]);
    expect(readGaps(undefined, folder)).toEqual([]);
  });

  test.each([
    ['{', /cannot read .*wrong\.json \(option gaps\): /],
    ['{}', /wrong\.json \(option gaps\) is wrong: .*An entry is \{ "server": "moto"/],
    [
      JSON.stringify([gap, { ...gap, server: 'aws' }]),
      /entry 2 of .*wrong\.json \(option gaps\) is wrong: server: must be one of ministack, moto\./,
    ],
    [JSON.stringify([{ ...gap, matcher: 'haveTags' }]), /matcher: must be the name of a matcher such as toHaveTags/],
    [JSON.stringify([{ ...gap, reason: '' }]), /reason: must say what the server does otherwise than AWS/],
    [JSON.stringify([{ ...gap, until: '6.0' }]), /entry 1 of .*until: /],
  ])('refuses %s', (content, message) => {
    writeFileSync(path.join(folder, 'wrong.json'), content);
    expect(() => readGaps('wrong.json', folder)).toThrow(OptionsError);
    expect(() => readGaps('wrong.json', folder)).toThrow(message);
  });

  test('a file that is not there is named', () => {
    expect(() => readGaps('nowhere.json', folder)).toThrow(/cannot read .*nowhere\.json \(option gaps\): ENOENT/);
  });
});

describe('the server is asked who it is', () => {
  let server: Server;
  let asked: string[];
  let pages: Record<string, string>;
  const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.statusCode = pages[url] === undefined ? 404 : 200;
      response.end(pages[url] ?? '<Error><Code>NoSuchBucket</Code></Error>');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  beforeEach(() => {
    asked = [];
    pages = {};
  });
  afterAll(() => server.close());

  test('moto has its gaps, with the server and the reason in the words of a skip', async () => {
    pages = { '/moto-api/': '<html><title>Moto</title></html>' };
    await expect(gapsAt(endpoint(), [gap, { ...gap, server: 'ministack' }])).resolves.toEqual([
      { type: 'AWS::SQS::Queue', matcher: 'toHaveTags', reason: 'moto: forgets tags (known gap)' },
    ]);
  });

  test('ministack has its own', async () => {
    pages = { '/_ministack/health': '{"services": {}}' };
    await expect(gapsAt(endpoint(), [gap])).resolves.toEqual([]);
    await expect(gapsAt(endpoint(), [{ ...gap, server: 'ministack' }])).resolves.toMatchObject([
      { reason: 'ministack: forgets tags (known gap)' },
    ]);
  });

  test('a server that says neither has none, and neither has one that does not answer', async () => {
    await expect(gapsAt(endpoint(), [gap])).resolves.toEqual([]);
    await expect(gapsAt('http://127.0.0.1:9', [gap])).resolves.toEqual([]);
  });

  test('nobody is asked without a custom endpoint, or without gaps', async () => {
    await expect(gapsAt(undefined, [gap])).resolves.toEqual([]);
    await expect(gapsAt(endpoint(), [])).resolves.toEqual([]);
    expect(asked).toEqual([]);
  });
});
