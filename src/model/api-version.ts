/** Versions of Intercom's API that are supported, oldest first. */
export const apiVersions = ['2.11', '2.12', '2.13', '2.14', '2.15', '2.16'] as const;

/** One of them. */
export type ApiVersion = (typeof apiVersions)[number];
