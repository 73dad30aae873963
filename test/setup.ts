import fc from 'fast-check';

// The same worlds on every run, so that a red run is a red change. To look for new ones:
// FAST_CHECK_SEED=$RANDOM npx vitest run …
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });
