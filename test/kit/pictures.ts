import type { IncomingMessage, ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';

/** A picture server of many minds: what it answers is set by path, and may change. */
export interface Pictures {
  /** Answers a request. What has not been set is not there. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Sets what a path answers; `once`: what it answers the first time, before that. */
  set(path: string, behaviour: Behaviour, once?: Behaviour): void;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
}

/** What a server does with a request. */
export type Behaviour = (response: ServerResponse) => void;

/** A picture server without any pictures. */
export function pictures(): Pictures {
  const set = new Map<string, Behaviour[]>();
  const asked: string[] = [];
  return {
    asked,
    set: (path, behaviour, once) => void set.set(path, once === undefined ? [behaviour] : [once, behaviour]),
    answer(request, response) {
      const path = request.url ?? '';
      asked.push(path);
      const behaviours = set.get(path) ?? [status(404)];
      const behave = behaviours.length > 1 ? behaviours.shift() : behaviours[0];
      (behave ?? status(404))(response);
    },
  };
}

/** Answers with a status and headers, and says why. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return (response) => void response.writeHead(code, headers).end(code < 300 ? '' : '<html>No.</html>');
}

/** Answers with bytes that are called something. */
export function sends(
  bytes: Uint8Array | string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (response) => void response.writeHead(200, { 'content-type': type, ...headers }).end(bytes);
}

/** Never answers. */
export const silent: Behaviour = () => undefined;

/** Hangs up without an answer. */
export const hangsUp: Behaviour = (response) => void response.socket?.destroy();

/** A PNG of one colour; different for each number. */
export function png(colour = 0): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55', 'hex');
  const data = deflateSync(Buffer.from([0, colour]));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    header,
    length,
    Buffer.from('IDAT'),
    data,
    Buffer.alloc(4),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
}

/** A picture in each of the forms that servers send. */
export const forms = {
  png: png(),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  jpegBeginning: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  svg: '<?xml version="1.0"?>\n<!-- A picture. -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
  svgWithoutSize: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  packedSvg: gzipSync('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'),
  webp: Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64'),
  page: '<!doctype html><html><body><svg viewBox="0 0 1 1"></svg>Sign in</body></html>',
} as const;
