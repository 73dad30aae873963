/** Actions by others, each at one commit, with the version that the commit is. */
export const pins = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  cache: 'actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  setupNode: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  uploadArtifact: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  downloadArtifact: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
} as const;

/**
 * This project's own Action and command at exactly one version: what runs with the token is what was looked at when the
 * workflow was written, and changes only with a commit.
 *
 * @param version of this program, `1.4.2`
 */
export function ownPins(version: string): { readonly action: string; readonly command: string } {
  return { action: `helpcentre/helpcentre@v${version}`, command: `helpcentre@${version}` };
}
