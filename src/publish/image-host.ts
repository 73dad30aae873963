import type { ContentPath, Fingerprint } from '../model/article.ts';
import type { ImageType } from '../model/repository.ts';

/** An image that Intercom is to fetch. */
export interface LocalImage {
  readonly sha256: Fingerprint;
  readonly path: ContentPath;
  readonly mediaType: ImageType;
}

/** Makes local images reachable for as long as Intercom needs to fetch them. */
export interface ImageHost {
  /**
   * Whether an image was seen with its bytes where its address leads. Then nobody asks for it there once more: GitHub's
   * addresses of private files are meant to be used once.
   */
  readonly isSure: boolean;
  /**
   * Where Intercom can fetch an image, for the next minutes.
   *
   * @throws ImageHostError when the image cannot be made reachable
   */
  urlOf(image: LocalImage): Promise<string>;
  /** Ends what `urlOf` started. */
  close(): Promise<void>;
}

/** A local image could not be made reachable. */
export class ImageHostError extends Error {
  override readonly name = 'ImageHostError';
  readonly code: 'no-image-host' | 'image-unreadable' | 'image-changed' | 'upload-failed';

  constructor(code: ImageHostError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
