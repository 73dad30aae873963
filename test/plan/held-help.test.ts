import { describe, expect, it } from 'vitest';
import { heldHelp } from '../../src/plan/held-help.ts';

describe('how to go on with an edit made in Intercom', () => {
  it.each([
    ['billing/two.md', 'helpcentre pull billing/two.md'],
    ['aide/été.fr.md', 'helpcentre pull aide/été.fr.md'],
    ['my file.md', "helpcentre pull 'my file.md'"],
    ["it's.md", "helpcentre pull 'it'\\''s.md'"],
    ['-rf.md', 'helpcentre pull -- -rf.md'],
    ['$(x).md', "helpcentre pull '$(x).md'"],
  ])('names %s as a shell takes it', (key, command) => {
    expect(heldHelp('drift', key)).toContain(`"${command}"`);
    expect(heldHelp('conflict', key)).toContain('or overwrite it with --on-drift overwrite.');
  });

  it('names no file where there is none', () => {
    expect(heldHelp('conflict')).toMatch(/^Restore the file and pull the edit into it/);
  });
});
