import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { gitIn } from '../git/git.ts';
import { findRepository } from '../git/repository.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { type ImageHost, ImageHostError } from '../publish/image-host.ts';
import { loopbackImages, noImages } from '../publish/loopback-images.ts';
import type { S3Options } from '../publish/s3-images.ts';
import { type ServedCommit, templateImages } from '../publish/template-images.ts';

/**
 * How local images become reachable: towards an API on this machine they are served from here, whatever the
 * configuration says; else as `images` in the configuration says.
 *
 * @param folder absolute folder of the configuration
 * @param env keys of the bucket, or what a workflow knows of its repository
 * @throws UsageError when something the host needs is missing
 */
export async function imageHostFor(
  settings: Settings,
  folder: string,
  loopback: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ImageHost> {
  const content = path.join(folder, settings.content);
  if (loopback) return loopbackImages(content);
  switch (settings.images.host) {
    case 'none':
      return noImages;
    case 'url':
      return templateImages(settings.images.template, await commitFor(settings.images.template, content, env));
    case 's3':
      return bucketFor({ settings: settings.images, env, content });
    case 'github': {
      const { githubImages } = await import('../publish/github-images.ts');
      return githubImages({ ...githubFacts(env), env, content, pathInRepository: await pathInRepository(content) });
    }
  }
}

/** The commit that a template names, which is the one that is checked out; null where it names none. */
async function commitFor(
  template: string,
  content: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServedCommit | null> {
  if (!template.includes('{commit}')) return null;
  const git = gitIn(content, env);
  const id = await git.head();
  if (id !== null) return { id, content, committed: (files) => git.committed(files) };
  throw new UsageError(
    'no-git',
    `no commit is checked out in ${content}`,
    'A template with {commit} needs one; {sha}, the hash of the file, needs no git.',
  );
}

async function bucketFor(options: S3Options): Promise<ImageHost> {
  // What asks the network is loaded where it is wanted.
  const { s3Images } = await import('../publish/s3-images.ts');
  try {
    return s3Images(options);
  } catch (error) {
    if (!(error instanceof ImageHostError)) throw error;
    throw new UsageError(
      error.code,
      error.message,
      'Set them where this runs, as secrets of the workflow for instance.',
    );
  }
}

function githubFacts(env: Readonly<Record<string, string | undefined>>) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_TOKEN: token } = env;
  if (!repository || !commit || !token) {
    throw new UsageError(
      'no-github',
      'images: { host: github } needs GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_TOKEN, which a workflow provides',
      'Publish from the workflow, or choose another image host.',
    );
  }
  return { apiUrl: env.GITHUB_API_URL || 'https://api.github.com', repository, commit, token };
}

/** Where a folder stands in its git repository; `''` for the root. */
async function pathInRepository(folder: string): Promise<string> {
  const real = await realpath(folder);
  const found = await findRepository(real);
  if (found !== null) return path.relative(found.root, real).split(path.sep).join('/');
  throw new UsageError('no-git', `${folder} is not in a git repository`, 'images: { host: github } needs one.');
}
