const called = (element: Element, name: string) => element.tagName.replace(/^.*:/, '') === name;

function englishName(element: Element): string | undefined {
  for (const child of element.children) {
    if (!called(child, 'extensionElements')) continue;
    for (const property of child.querySelectorAll('*')) {
      if (called(property, 'property') && property.getAttribute('name') === 'label.en') return property.getAttribute('value') ?? undefined;
    }
  }
  return undefined;
}

/** The model with its names in the reader's language: Chinese stands in `name`, English in the property `label.en`. */
export function processIn(xml: string, language: string): string {
  if (language !== 'en') return xml;
  const model = new DOMParser().parseFromString(xml, 'text/xml');
  for (const element of model.querySelectorAll('*')) {
    const name = englishName(element);
    if (name) element.setAttribute('name', name);
  }
  return new XMLSerializer().serializeToString(model);
}

/** What the process calls itself in the reader's language; its id where it has no name. */
export function processName(xml: string, language: string): string | undefined {
  const process = [...new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('*')].find((element) => called(element, 'process'));
  const english = language === 'en' && process ? englishName(process) : undefined;
  return english ?? process?.getAttribute('name') ?? process?.getAttribute('id') ?? undefined;
}
