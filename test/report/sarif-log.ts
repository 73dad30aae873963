import * as z from 'zod';

const text = z.object({ text: z.string().min(1) });
const position = z.int().min(1);
const region = z
  .strictObject({
    startLine: position,
    startColumn: position,
    endLine: position.optional(),
    endColumn: position.optional(),
  })
  .refine((one) => one.endLine === undefined || one.endLine >= one.startLine);
const artifactLocation = z.strictObject({
  // A relative reference: no scheme, no character that has to be encoded.
  uri: z.string().regex(/^(?!\/)(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/),
  uriBaseId: z.literal('%SRCROOT%'),
});
const level = z.enum(['none', 'note', 'warning', 'error']);

/** The parts of SARIF 2.1.0 that readers need, as strict as the standard is about them. */
export const sarifLog = z
  .strictObject({
    $schema: z.url(),
    version: z.literal('2.1.0'),
    runs: z.tuple([
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.literal('helpcentre'),
            semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
            rules: z.array(
              z.strictObject({
                id: z.string().min(1),
                shortDescription: text,
                fullDescription: text,
                help: text,
                helpUri: z.url(),
                defaultConfiguration: z.strictObject({ enabled: z.boolean().optional(), level }),
              }),
            ),
          }),
        }),
        columnKind: z.literal('utf16CodeUnits'),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level,
            message: text,
            locations: z.tuple([z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) })]),
            fixes: z
              .array(
                z.strictObject({
                  description: text,
                  artifactChanges: z
                    .array(
                      z.strictObject({
                        artifactLocation,
                        replacements: z
                          .array(
                            z.strictObject({ deletedRegion: region, insertedContent: z.object({ text: z.string() }) }),
                          )
                          .min(1),
                      }),
                    )
                    .min(1),
                }),
              )
              .optional(),
          }),
        ),
      }),
    ]),
  })
  .refine(({ runs: [{ tool, results }] }) =>
    results.every((one) => tool.driver.rules[one.ruleIndex]?.id === one.ruleId),
  );
