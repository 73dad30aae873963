// The page on what `audit` finds, from the checks. `npm run docs` writes it; a test compares it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checks } from '../src/audit/checks.ts';

/** Where it is written. */
export const auditPageFile = fileURLToPath(new URL('../docs/reference/audit.md', import.meta.url));

const head = `---
# Made by "npm run docs" from src/audit/checks/ and scripts/audit-page.ts. Change it there.
title: What is wrong with what is live
description: "Every check of helpcentre audit: what it finds, why readers care, what to do."
---

\`helpcentre audit\` reads a whole Intercom workspace and says what readers meet in it: dead links, broken pictures, articles
that nobody finds, texts that are there twice. It needs an access token and nothing else: no configuration, no sources, no
lockfile. So it is something for the first day, before anything is moved:

\`\`\`sh
export INTERCOM_ACCESS_TOKEN=YOUR_TOKEN   # may read articles, help centres and teammates; INTERCOM_REGION=eu or au, if that is where you are
npx helpcentre audit
npx helpcentre audit --html audit.html
\`\`\`

It only reads. The client that it holds has no way to write, and in the folder it writes nothing but the file that
\`--html\` names. What articles say stays on your machine.

| option | does |
| --- | --- |
| \`--html FILE\` | writes everything as one page that stands alone, to share: no request to the network, filters, light and dark. A file that is there and is no such page is not written over |
| \`--json\` | prints everything as [one document](json.md#audit) |
| \`--all\` | prints every finding; without it, five of each kind |
| \`--pictures\` | asks for every picture at its address, at most twenty a second: finds those that do not load, and those of more than 5 MB |
| \`--statistics\` | asks how often each published article was read, one request each at the pace that Intercom allows: finds those that nobody reads, and puts the most read ones first |
| \`--fail-on KIND\` | exits with 1 when there are findings: \`readers\`, those that readers meet; \`missed\`, those and what they miss or find twice; \`any\` |

Without \`--fail-on\` the exit code is 0 whatever is found. \`--sandbox\`, \`--target\`, \`--token-stdin\` and the rest are as for
[every command](commands.md). Where a folder has a lockfile, each finding names the file that its article is
published from; of a translation, the file of the original.

## In which order

What readers meet on a page that they open comes first, then what they look for and do not find or find twice, then what
only your team meets. The same dead link stands first in a published article and last in a draft. Of findings of one kind,
those come first in articles that are read most (with \`--statistics\`), and those in articles that lie in a collection.

## What is not said

Only what is certain is a finding. What is left out:

- Links to other sites. Whether they still exist is what \`helpcentre check --check-links\` asks.
- Links to addresses that a redirect catches. Redirects can be read with API version 2.16, and with a token that may; the
  audit says where they could not be.
- Anchors in articles that have a heading without an id, which may get any on its page, or a block that the API does not
  give out.
- Links without an address whose words are an address themselves: the API was seen to leave theirs out.
- Pictures whose server is in trouble, or does not answer. They are counted.
- Articles that were made or changed less than a month ago, where nobody has read them: some were published only then.
- Internal articles and content snippets, which no help centre has.

## What is found

`;

/** The page. */
export function auditDocument(): string {
  const table = checks.map(({ code, title }) => `| [\`${code}\`](#${code}) | ${title} |`);
  const sections = checks.map(
    ({ code, title, why, help }) => `### ${code}\n\n**${title}.** ${why}\n\n**What to do:** ${help}\n`,
  );
  return `${head}${['| code | |', '| --- | --- |', ...table].join('\n')}\n\nCodes never change their meaning.\n\n${sections.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(auditPageFile, auditDocument());
