/** A package that is in a bundle. */
export interface BundledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
export function bundledPackages(inputs: readonly string[], root?: string): Promise<readonly BundledPackage[]>;
export function isPermissive(license: unknown): boolean;
