/** A sentence for people in both languages of the product. Machines never parse it. */
export type Text = { readonly ru: string; readonly en: string };
