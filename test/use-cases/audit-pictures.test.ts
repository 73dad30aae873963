import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askForPictures, picturesIn } from '../../src/use-cases/audit/pictures.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { auditedCentre } from '../kit/audited-centre.ts';
import { type Behaviour, forms, pictures, sends, status } from '../kit/pictures.ts';
import { inventHost } from '../kit/run-in.ts';

test('every picture of a workspace is asked for once, and only what can be', () => {
  const image = (src: string): string => `<img src="${src}">`;
  const placeholder = 'https://static.intercomassets.com/assets/article_broken_image_placeholder.png';
  const body = ['https://a.example/x.png', 'https://a.example/x.png', 'data:image/png;base64,x', '', placeholder].map(
    image,
  );
  const texts = { en: body.join(''), fr: image('https://a.example/y.png?a=1&amp;b=2') };
  expect(picturesIn(auditedCentre([{ id: '1', texts }]).remote)).toEqual([
    'https://a.example/x.png',
    'https://a.example/y.png?a=1&b=2',
  ]);
});

test('what may pass is not said to be broken, and what is too large even for Intercom is large', async () => {
  const server = pictures();
  const behaviours: Readonly<Record<string, Behaviour>> = {
    '/fine': sends(forms.png, 'image/png'),
    '/gone': status(404),
    '/trouble': status(500),
    '/huge': sends(forms.png, 'image/png', { 'content-length': '25000000' }),
  };
  for (const [path, behaviour] of Object.entries(behaviours)) server.set(path, behaviour);
  const http = createServer(server.answer);
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void http.close());
  const { port } = http.address() as AddressInfo;
  const { host, printed } = inventHost('/', { hurry: 1_000 });
  const addresses = Object.keys(behaviours).map((path) => `http://127.0.0.1:${port}${path}`);
  const asked = await askForPictures(makeContext(host, {}), addresses, { loopback: true });
  expect([...asked.values()]).toEqual([
    { is: 'picture', type: 'image/png', bytes: forms.png.length },
    { is: 'broken', reason: 'answers 404' },
    { is: 'unknown', reason: 'answers 500' },
    { is: 'picture', bytes: 25_000_000 },
  ]);
  expect(printed().stdout).toBe('');
});
