import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Bounds, lookAtAll } from '../../src/links/look-at-all.ts';
import { type LoopbackWeb, publicAddress, startWeb } from './loopback-web.ts';

const signal = new AbortController().signal;

async function look(urls: readonly string[], web?: Pick<LoopbackWeb, 'parts'>, bounds: Bounds = {}) {
  const found = await lookAtAll(urls, {
    ...{ userAgent: 'test/1', signal, bounds },
    // What may pass is asked for again at once.
    sleep: () => Promise.resolve(),
    ...(web ? { web: web.parts } : {}),
  });
  return Object.fromEntries(
    [...found].map(([url, one]) => [url, one.is === 'alive' ? 'alive' : `${one.is}: ${one.reason}`]),
  );
}

/** The verdict on one address. */
async function verdict(url: string, web?: Pick<LoopbackWeb, 'parts'>, bounds?: Bounds) {
  return Object.values(await look([url], web, bounds))[0];
}

describe('answers', () => {
  test.each([
    [200, 'alive'],
    [204, 'alive'],
    [404, 'dead: answers 404'],
    [410, 'dead: answers 410'],
    [401, 'unknown: answers 401'],
    [403, 'unknown: answers 403'],
    [429, 'unknown: answers 429'],
    [500, 'unknown: answers 500'],
    [503, 'unknown: answers 503'],
  ])('%d means %s', async (status, expected) => {
    const web = await startWeb({ answer: (_, response) => response.writeHead(status).end() });
    expect(await verdict('http://a.example/', web)).toBe(expected);
  });

  test('an address that HEAD finds is not asked for again', async () => {
    const web = await startWeb();
    await verdict('http://a.example/x', web);
    expect(web.requests).toEqual(['HEAD a.example/x']);
    expect(web.userAgents).toEqual(['test/1']);
  });

  test.each([403, 404, 405, 500, 501])('GET decides where HEAD is answered with %d', async (status) => {
    const web = await startWeb({
      answer: (request, response) => response.writeHead(request.method === 'HEAD' ? status : 200).end('page'),
    });
    expect(await verdict('http://a.example/', web)).toBe('alive');
    expect(web.requests).toEqual(['HEAD a.example/', 'GET a.example/']);
  });

  test('GET decides where HEAD is cut off', async () => {
    const web = await startWeb({
      answer: (request, response) => (request.method === 'HEAD' ? request.socket.destroy() : response.end('page')),
    });
    expect(await verdict('http://a.example/', web)).toBe('alive');
  });

  test('a page without end is not read to its end', async () => {
    const web = await startWeb({
      answer: (request, response) => {
        if (request.method === 'HEAD') response.writeHead(405).end();
        else response.write('x'.repeat(100_000));
      },
    });
    expect(await verdict('http://a.example/', web)).toBe('alive');
  });

  test('a server that says nothing is not called dead', async () => {
    const web = await startWeb({ answer: () => undefined });
    expect(await verdict('http://a.example/', web, { requestMs: 100 })).toBe('unknown: did not answer in time');
  });

  test('who asks for patience is asked with HEAD alone', async () => {
    const web = await startWeb({ answer: (_, response) => response.writeHead(429).end() });
    await verdict('http://a.example/', web);
    expect(web.requests).toEqual(['HEAD a.example/', 'HEAD a.example/']);
  });
});

describe('names and certificates', () => {
  test('a name that does not exist is dead', async () => {
    const web = await startWeb({ names: { 'gone.example': 'ENOTFOUND' } });
    expect(await verdict('http://gone.example/', web)).toBe('dead: has a name that does not exist');
  });

  test('a machine that finds no name at all calls nothing dead', async () => {
    const web = await startWeb({ names: { 'gone.example': 'ENOTFOUND', 'example.com': 'ENOTFOUND' } });
    expect(await verdict('http://gone.example/', web)).toMatch(/^unknown: could not be looked up/);
  });

  test('a name that could not be looked up is not called dead', async () => {
    const web = await startWeb({ names: { 'a.example': 'EAI_AGAIN' } });
    expect(await verdict('http://a.example/', web)).toBe('unknown: could not be reached (EAI_AGAIN)');
  });

  test.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'EPROTO'])(
    'a certificate that does not hold is dead: %s',
    async (code) => {
      const web = await startWeb({ failing: { [publicAddress]: code } });
      expect(await verdict('https://a.example/', web)).toBe(`dead: has no valid certificate (${code})`);
    },
  );

  test('the certificate is checked against the name, not the address', async () => {
    const web = await startWeb();
    const asked: (string | undefined)[] = [];
    const connect: typeof web.parts.connect = (options, callback) => {
      asked.push(`${options.hostname} for ${options.host}`);
      web.parts.connect(options, callback);
    };
    expect(await verdict('https://a.example/', { parts: { ...web.parts, connect } })).toBe('alive');
    expect(asked).toEqual([`${publicAddress} for a.example`]);
  });

  test('a connection that is refused is not called dead', async () => {
    const web = await startWeb({ failing: { [publicAddress]: 'ECONNREFUSED' } });
    expect(await verdict('http://a.example/', web)).toBe('unknown: could not be reached (ECONNREFUSED)');
  });

  test('the next address of a name is tried, IPv4 first', async () => {
    const names = { 'a.example': ['2606:4700::1111', '1.1.1.1'] };
    const web = await startWeb({ names, failing: { '1.1.1.1': 'ECONNREFUSED' } });
    expect(await verdict('http://a.example/', web)).toBe('alive');
    expect(web.connected).toEqual(['1.1.1.1', '2606:4700::1111']);
  });
});

describe('redirects', () => {
  const leadingOn = (times: number) =>
    startWeb({
      answer: (request, response) => {
        const hop = Number(request.url?.slice(1));
        if (hop < times) response.writeHead(301, { location: `/${hop + 1}` }).end();
        else response.end();
      },
    });

  test('five are followed', async () => {
    expect(await verdict('http://a.example/0', await leadingOn(5))).toBe('alive');
  });

  test('a sixth is not', async () => {
    const web = await leadingOn(6);
    expect(await verdict('http://a.example/0', web)).toBe('unknown: redirects more than 5 times');
    expect(web.requests).toHaveLength(6);
  });

  test('the address that is gone in the end is dead', async () => {
    const web = await startWeb({
      answer: (request, response) => {
        if (request.url === '/') response.writeHead(302, { location: 'https://b.example/gone' }).end();
        else response.writeHead(404).end();
      },
    });
    expect(await verdict('http://a.example/', web)).toBe('dead: answers 404');
  });

  test.each([
    ['http://inside.example/', 'unknown: leads to an address that is not public'],
    ['http://127.0.0.1/', 'unknown: leads to an address that is not public'],
    ['http://[::ffff:127.0.0.1]/', 'unknown: leads to an address that is not public'],
    ['http://a.example:22/', 'unknown: leads to a.example:22, which has the port 22; only 80 and 443 are looked at'],
    ['http://me:secret@a.example/', 'unknown: leads to a.example, which holds a user name or password'],
    ['file:///etc/passwd', 'unknown: leads to file:///etc/passwd, which is not on the web'],
    ['http://[', 'unknown: leads to an address that is not valid'],
  ])('one to %s is not followed', async (location, expected) => {
    const names = { 'inside.example': ['10.0.0.1'] };
    const web = await startWeb({ names, answer: (_, response) => response.writeHead(302, { location }).end() });
    expect(await verdict('http://a.example/', web)).toBe(expected);
    expect(web.requests).toEqual(['HEAD a.example/']);
    expect(web.connected).toEqual([publicAddress]);
  });
});

describe('addresses that are not public', () => {
  test('without anything put in its place, this machine is never connected to', async () => {
    let connections = 0;
    const server = createServer((_, response) => response.end());
    server.on('connection', () => {
      connections += 1;
    });
    // Port 80 would need rights that tests do not have; the port is refused in its own test.
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433', '0x7f.1'];
    const found = await look(
      hosts.flatMap((host) => [`http://${host}/`, `https://${host}/`, `http://${host}:${port}/`]),
    );
    expect(new Set(Object.values(found))).toEqual(
      new Set([
        'unknown: leads to an address that is not public',
        `unknown: has the port ${port}; only 80 and 443 are looked at`,
      ]),
    );
    expect(connections).toBe(0);
  });

  test.each(['10.0.0.1', '192.168.0.1', '169.254.169.254', '[fd00::1]', '[fe80::1]', '224.0.0.1'])(
    'nor is %s',
    async (host) => {
      expect(await verdict(`http://${host}/`)).toBe('unknown: leads to an address that is not public');
    },
  );

  test.each([
    ['10.0.0.1'],
    ['127.0.0.1'],
    ['::ffff:10.0.0.1'],
    [publicAddress, '10.0.0.1'],
    ['10.0.0.1', publicAddress],
    [],
  ])('a name that leads to one is not connected to: %j %j', async (...addresses) => {
    const web = await startWeb({ names: { 'a.example': addresses } });
    expect(await verdict('http://a.example/', web)).toBe('unknown: leads to an address that is not public');
    expect(web.connected).toEqual([]);
  });

  test('a name that leads elsewhere a moment later is connected to where it was checked, or not at all', async () => {
    let asked = 0;
    const web = await startWeb({ answer: (_, response) => response.writeHead(404, { connection: 'close' }).end() });
    const resolve = () => {
      asked += 1;
      return Promise.resolve([asked === 1 ? publicAddress : '127.0.0.1']);
    };
    const found = await verdict('http://a.example/', { parts: { ...web.parts, resolve } });
    expect(found).toBe('unknown: leads to an address that is not public');
    expect(web.connected).toEqual([publicAddress]);
    expect(asked).toBe(2);
  });

  test.each(['http://me@a.example/', 'http://me:secret@a.example/', 'http://a.example:8080/', 'https://a.example:22/'])(
    'nothing is sent for %s',
    async (url) => {
      const web = await startWeb();
      expect(await verdict(url, web)).toMatch(/^unknown: (holds a user name|has the port)/);
      expect(web.connected).toEqual([]);
    },
  );
});

describe('many addresses', () => {
  test('each is asked for once, whatever its fragment', async () => {
    const web = await startWeb();
    const found = await look(['http://a.example/x#one', 'http://a.example/x#two', 'http://a.example/x'], web);
    expect(found).toEqual({ 'http://a.example/x': 'alive' });
    expect(web.requests).toEqual(['HEAD a.example/x']);
  });

  test.each([
    ['abcd', 8],
    ['a', 4],
  ])('of the hosts %s no more are under way at once than %d', async (hosts, expected) => {
    let now = 0;
    let most = 0;
    const web = await startWeb({
      answer: (_, response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          response.end();
        }, 20);
      },
    });
    await look(
      Array.from({ length: 40 }, (_, index) => `http://${hosts[index % hosts.length]}.example/${index}`),
      web,
    );
    expect(web.requests).toHaveLength(40);
    expect(most).toBe(expected);
  });

  test('what may pass is asked for again, a host that throttles as soon as it asks, and no host without end', async () => {
    const answers: Record<string, number[]> = { '/busy': [429], '/down': [500], '/gone': [404] };
    const web = await startWeb({
      answer: (request, response) => {
        const status = request.method === 'HEAD' && request.url === '/down' ? 405 : answers[request.url ?? '']?.shift();
        const code = request.headers.host === 'never.example' ? 503 : (status ?? 200);
        response.writeHead(code, code === 429 ? { 'retry-after': '30' } : {}).end();
      },
    });
    const waits: number[] = [];
    const sleep = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const options = { userAgent: 'test/1', signal, web: web.parts, sleep };
    const found = await lookAtAll(['http://a.example/busy', 'http://b.example/down'], options);
    expect([...found.values()]).toEqual([{ is: 'alive' }, { is: 'alive' }]);
    expect(waits.toSorted()).toEqual([30_000, 500]);
    const many = Array.from({ length: 30 }, (_, index) => `http://never.example/${index}`);
    const before = web.requests.length;
    const others = [...(await lookAtAll(many, options)).values()];
    expect(others.every(({ is }) => is === 'unknown')).toBe(true);
    expect(others.at(-1)).toEqual({
      is: 'unknown',
      reason: 'was not looked at: its host had trouble several times (answers 503)',
    });
    expect(web.requests.length - before).toBeLessThan(20);
  });

  test('those beyond the most are not looked at', async () => {
    const web = await startWeb();
    const found = await look(['http://a.example/1', 'http://a.example/2'], web, { most: 1 });
    expect(found['http://a.example/2']).toBe('unknown: was not looked at: there are too many');
    expect(web.requests).toHaveLength(1);
  });

  test('when the time is up, the rest is left', async () => {
    const web = await startWeb({ answer: () => undefined });
    const urls = Array.from({ length: 20 }, (_, index) => `http://a.example/${index}`);
    const found = await look(urls, web, { totalMs: 200 });
    expect(new Set(Object.values(found))).toEqual(new Set(['unknown: was not looked at: time ran out']));
    expect(web.requests).toHaveLength(4);
  });
});
