// Compares the types that the build made with the report of the library's interface, or writes the report anew.
// Usage: node scripts/api-report.mjs [--update]
import { copyFile, readFile } from 'node:fs/promises';

const built = 'dist/index.d.ts';
const report = 'docs/api.d.ts';

if (process.argv.includes('--update')) {
  await copyFile(built, report);
} else if ((await readFile(built, 'utf8')) !== (await readFile(report, 'utf8').catch(() => ''))) {
  console.error(`The library's interface is no longer what ${report} says. If that is meant: npm run api`);
  process.exit(1);
}
