export type Child = Node | string | undefined;

export interface ElementOptions {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

const fill = (node: Element, options: ElementOptions): void => {
  if (options.class !== undefined) node.setAttribute('class', options.class);
  for (const [name, value] of Object.entries(options.attributes ?? {})) node.setAttribute(name, value);
  for (const [name, act] of Object.entries(options.on ?? {})) node.addEventListener(name, act);
};

/** The only way this page makes elements: strings become text nodes, so nothing anyone wrote can become markup. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: ElementOptions = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const node = document.createElement(tag);
  fill(node, options);
  node.append(...children.filter((child) => child !== undefined));
  return node;
};

export const drawn = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  options: ElementOptions = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(node, options);
  node.append(...children.filter((child) => child !== undefined));
  return node;
};

/** The element with this id, which the page's own markup must have. */
export const part = <T extends Element = HTMLElement>(id: string): T => {
  const node = document.getElementById(id);
  if (node === null) throw new Error(`The page has no element #${id}`);
  return node as unknown as T;
};
