/** What we use of pdfmake 0.3, which brings no types of its own. */
declare module 'pdfmake' {
  type Content = string | readonly Content[] | { readonly [property: string]: unknown };

  type Fonts = Readonly<
    Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>
  >;

  type Document = {
    readonly content: Content;
    readonly footer?: (page: number, pages: number) => Content;
    readonly [property: string]: unknown;
  };

  const pdfmake: {
    setFonts(fonts: Fonts): void;
    /** What may be fetched while a document is laid out. */
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    /** Which files may be read. */
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(document: Document): { getBuffer(): Promise<Buffer> };
  };
  namespace pdfmake {
    export type { Content, Document };
  }
  export = pdfmake;
}
