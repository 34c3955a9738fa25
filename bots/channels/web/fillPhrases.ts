/** Puts the sentences of a page where its markup says `{{name}}`. Throws for a name that there is no sentence for. */
export const fillPhrases = (html: string, phrases: Readonly<Record<string, unknown>>): string =>
  html.replace(/\{\{(?<name>\w+)\}\}/gu, (_whole, name: string) => {
    const words = phrases[name];
    if (typeof words !== 'string')
      throw new Error(`The page asks for the phrase ${name}, which there is not`);
    return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  });
