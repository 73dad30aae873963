/** pages */
export const pageStyle = ``;
