/** What esbuild needs so that CommonJS libraries run in an ES module. */
export const commonjsInModules: { banner: { js: string }; define: Record<string, string> };
