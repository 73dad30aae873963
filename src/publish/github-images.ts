import PQueue from 'p-queue';
import { EnvHttpProxyAgent, request } from 'undici';
import * as z from 'zod';
import { blobId } from '../git/blob-id.ts';
import { bytesWithin } from '../net/bounded-body.ts';
import { proxiesIn } from '../net/proxies-in.ts';
import { type ImageHost, ImageHostError, type LocalImage } from './image-host.ts';
import { readUnchanged } from './loopback-images.ts';

/** Milliseconds for one question, and bytes of its answer, which tells of one file. */
const usualTimeout = 120_000;
const mostBytes = 20_000_000;

/** Where a repository's own files can be had from. */
export interface GithubImagesOptions {
  /** `https://api.github.com`, or another server's address. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that is published. */
  readonly commit: string;
  readonly token: string;
  /** Absolute content folder. */
  readonly content: string;
  /** Holds the proxy's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Content folder inside the git repository; `''` for its root. */
  readonly pathInRepository: string;
  /** Milliseconds for one question. Two minutes by itself. */
  readonly timeout?: number;
}

const contents = z.object({ sha: z.string(), download_url: z.string().nullable() });

/**
 * Gives out URLs of the repository's own files at the published commit. GitHub makes them readable for a few
 * minutes, for private repositories too, so nothing is uploaded anywhere.
 */
export function githubImages(options: GithubImagesOptions): ImageHost {
  const { apiUrl, repository, commit, token, content, pathInRepository } = options;
  const dispatcher = new EnvHttpProxyAgent(proxiesIn(options.env));
  // Only to see that they are what is committed: few at once, so that many large ones cost little memory.
  const reading = new PQueue({ concurrency: 4 });
  return {
    isSure: true,
    async urlOf(image) {
      const blob = await reading.add(async () => blobId(await readUnchanged(content, image)));
      const inRepository = pathInRepository === '' ? image.path : `${pathInRepository}/${image.path}`;
      const path = inRepository.split('/').map(encodeURIComponent).join('/');
      const answer = await request(`${apiUrl}/repos/${repository}/contents/${path}?ref=${encodeURIComponent(commit)}`, {
        headers: {
          accept: 'application/vnd.github.object+json',
          authorization: `Bearer ${token}`,
          'user-agent': 'helpcentre',
          'x-github-api-version': '2022-11-28',
        },
        dispatcher,
        signal: AbortSignal.timeout(options.timeout ?? usualTimeout),
      })
        .then(async ({ statusCode, headers, body }) => {
          const bytes = await bytesWithin(body, mostBytes, headers['content-length']);
          return { statusCode, text: bytes.toString() };
        })
        .catch((error: Error) => {
          throw new ImageHostError('upload-failed', `${image.path} cannot be had from GitHub: ${error.message}`);
        });
      if (answer.statusCode !== 200) throw refused(image, answer.statusCode, commit);
      const found = contents.safeParse(jsonOf(answer.text));
      if (!found.success || found.data.download_url === null) throw refused(image, answer.statusCode, commit);
      // The file on disk must be the committed one, or readers would see another image than the one reviewed.
      if (found.data.sha !== blob) {
        throw new ImageHostError(
          'image-changed',
          `${image.path} is not committed as it is on disk: commit it, then publish`,
        );
      }
      return found.data.download_url;
    },
    close: () => dispatcher.close(),
  };
}

/** Undefined for what is no JSON: the page of a proxy, say. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(image: LocalImage, status: number, commit: string): ImageHostError {
  const why =
    status === 404
      ? `it is not in the repository at ${commit.slice(0, 12)}, or the token may not read contents`
      : status === 401 || status === 403
        ? "the GitHub token may not read the repository's contents"
        : status === 200
          ? 'the answer is not what its API describes'
          : `GitHub answered with status ${status}`;
  return new ImageHostError('upload-failed', `${image.path} cannot be had from GitHub: ${why}`);
}
