import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Quirks, startSandbox } from '../../src/sandbox/index.ts';
import { runIn } from '../kit/run-in.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

const text =
  '---\ntitle: Hello\nstate: published\n---\n## Dear \\{{first_name}}\n\nHi \\{{first_name}}, {{1}} and {{a,b,C}}: `{{first_name}}` from {{product}}.\n\n```\n{{first_name}}\n```\n\n[Home](https://example.com/?u=\\{{first_name}})\n';
const configuration = 'variables:\n  product: Mendwick\n  first_name: wrong\n';

const marked: Readonly<Record<Quirks['variableMark'], string>> = { once: '#', 'every-write': '#', never: '' };

it.each(Object.entries(marked))(
  "Intercom's own attributes come round where it marks them: %s",
  async (variableMark, mark) => {
    const sandbox = await startSandbox({ dir: null, quirks: { variableMark: variableMark as Quirks['variableMark'] } });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const run = (dir: string, ...argv: string[]) => runIn(dir, argv, { env });
    const [ours, imported, again] = [await folder(), await folder(), await folder()];
    await mkdir(path.join(ours, 'content'));
    await writeFile(path.join(ours, 'helpcentre.yml'), configuration);
    await writeFile(path.join(ours, 'content/hello.md'), text);
    const sent = (): string => sandbox.world.body(sandbox.world.articles()[0]?.id ?? '') ?? '';

    expect(await run(ours, 'publish', '--yes')).toMatchObject({ code: 0 });
    expect(sent()).toContain(
      `Hi ${mark}{{first_name}}, ${mark}{{1}} and ${mark}{{a,b,C}}: <code>${mark}{{first_name}}</code> from Mendwick.`,
    );
    expect((await run(ours, 'plan')).stdout).toContain('No changes; 1 unchanged');

    await writeFile(path.join(imported, 'helpcentre.yml'), configuration);
    expect((await run(imported, 'import')).stdout).toContain('Plan: 0 changes.');
    const file = path.join(imported, 'content/hello.md');
    const source = await readFile(file, 'utf8');
    expect(source).not.toContain('#{{');
    expect(source).toContain('Hi \\{{first_name}}, {{1}} and {{a,b,C}}: `{{first_name}}` from Mendwick.');

    await writeFile(file, `${source}\nOne more, and #\\{{x}} as it was read back.\n`);
    expect(await run(imported, 'publish', '--yes')).toMatchObject({ code: 0 });
    expect(sent()).toContain(`Hi ${mark}{{first_name}}, `);
    expect(sent()).toContain(`One more, and ${mark}{{x}} as it was read back.`);
    expect((await run(imported, 'plan')).stdout).toContain('No changes; 1 unchanged');

    await writeFile(path.join(again, 'helpcentre.yml'), configuration);
    expect((await run(again, 'import')).stdout).toContain('Plan: 0 changes.');
    expect((await readFile(path.join(again, 'content/hello.md'), 'utf8')).replace('and \\{{x}}', 'and #\\{{x}}')).toBe(
      await readFile(file, 'utf8'),
    );
  },
);
