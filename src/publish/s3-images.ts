import { AwsClient } from 'aws4fetch';
import PQueue from 'p-queue';
import { EnvHttpProxyAgent, request } from 'undici';
import type { ImageSettings } from '../model/settings.ts';
import { bytesWithin } from '../net/bounded-body.ts';
import { proxiesIn } from '../net/proxies-in.ts';
import { type ImageHost, ImageHostError, type LocalImage } from './image-host.ts';
import { extensionOf, readUnchanged } from './loopback-images.ts';

/** How long Intercom may fetch an image by its presigned URL, in seconds. */
const readableFor = 900;

/** Images that are read and sent at once: each is in memory twice, and has 20 MB at most. */
const atOnce = 4;
/** Milliseconds for one image, and bytes of the answer. */
const usualTimeout = 300_000;
const mostBytes = 1_000_000;

/** Where and as whom images are put into a bucket. */
export interface S3Options {
  readonly settings: Extract<ImageSettings, { readonly host: 's3' }>;
  /** AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for short-lived keys, AWS_SESSION_TOKEN; and the proxy's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute content folder. */
  readonly content: string;
  /** Milliseconds for one image. Five minutes by itself. */
  readonly timeout?: number;
}

/**
 * Puts images into an S3-compatible bucket, which may be private, and gives out presigned URLs. Objects are
 * named by their content, so an image is there once whatever it is called.
 *
 * @throws ImageHostError when there are no keys
 */
export function s3Images({ settings, env, content, timeout = usualTimeout }: S3Options): ImageHost {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey) {
    throw new ImageHostError('no-image-host', 'images: { host: s3 } needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service: 's3',
    region: settings.region,
  });
  const dispatcher = new EnvHttpProxyAgent(proxiesIn(env));
  const queue = new PQueue({ concurrency: atOnce });
  const made = new Map<string, Promise<string>>();
  const put = async (image: LocalImage): Promise<string> => {
    const url = objectUrl(settings, image);
    const bytes = await readUnchanged(content, image);
    const headers = { 'content-type': image.mediaType, 'content-length': String(bytes.length) };
    const signed = await client.sign(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    const answer = await request(url, {
      method: 'PUT',
      headers: [...signed.headers].flat(),
      body: bytes,
      dispatcher,
      signal: AbortSignal.timeout(timeout),
    }).catch((error: Error) => {
      throw new ImageHostError(
        'upload-failed',
        `${image.path} could not be uploaded to ${new URL(url).host}: ${error.message}`,
      );
    });
    // A good answer says nothing, and what a bad one says at length is not told.
    const text = await bytesWithin(answer.body, mostBytes, answer.headers['content-length']).catch(() => '');
    if (answer.statusCode >= 300) {
      const reason = /<Code>([^<]{1,200})</.exec(text.toString())?.[1] ?? `status ${answer.statusCode}`;
      throw new ImageHostError(
        'upload-failed',
        `${image.path} could not be uploaded to bucket ${settings.bucket}: ${reason}`,
      );
    }
    const readable = new URL(url);
    readable.searchParams.set('X-Amz-Expires', String(readableFor));
    return (await client.sign(readable.href, { method: 'GET', aws: { signQuery: true } })).url;
  };
  return {
    isSure: false,
    urlOf(image) {
      const known = made.get(image.sha256) ?? queue.add(() => put(image));
      made.set(image.sha256, known);
      return known;
    },
    close: () => dispatcher.close(),
  };
}

function objectUrl({ bucket, region, endpoint, prefix }: S3Options['settings'], image: LocalImage): string {
  const key = `${prefix}${image.sha256.slice('sha256-'.length)}${extensionOf(image.mediaType)}`;
  const path = key.split('/').map(encodeURIComponent).join('/');
  return endpoint === null
    ? `https://${bucket}.s3.${region}.amazonaws.com/${path}`
    : `${endpoint.replace(/\/+$/, '')}/${bucket}/${path}`;
}
