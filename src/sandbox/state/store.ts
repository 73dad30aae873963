import type { SandboxState } from './sandbox-state.ts';

/** Where a workspace is kept between runs, and the bytes of its images. */
export interface Store {
  /** The workspace as last saved; null when there is none. */
  load(): Promise<SandboxState | null>;
  /** Keeps the workspace as a whole, if it is not: when the sandbox starts, and when it stops. */
  saveAll(world: SandboxState): Promise<void>;
  /**
   * Keeps what changed since it was last kept. Resolves once it would survive the end of this process; calls that come
   * while another is writing share the next write.
   */
  save(world: SandboxState): Promise<void>;
  /** Keeps bytes under their hash; the same bytes are kept once. */
  putImage(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Bytes kept under a hash; null when there are none. */
  image(sha256: string): Promise<Uint8Array | null>;
  /** Says which port the sandbox listens on. */
  listening(port: number): Promise<void>;
  /** Lets go of the folder. */
  close(): Promise<void>;
}

/** A store that forgets everything with the process. */
export function memoryStore(): Store {
  const images = new Map<string, Uint8Array>();
  return {
    load: async () => null,
    saveAll: async () => undefined,
    save: async () => undefined,
    putImage: async (sha256, bytes) => {
      images.set(sha256, bytes);
    },
    image: async (sha256) => images.get(sha256) ?? null,
    listening: async () => undefined,
    close: async () => undefined,
  };
}
