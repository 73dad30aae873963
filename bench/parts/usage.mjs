// Tells the one who measures how much memory a program held at most, in kilobytes, and the processor's time, in
// milliseconds.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${maxRSS} ${Math.round((userCPUTime + systemCPUTime) / 1000)}`);
});
