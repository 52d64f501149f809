// What Node imports while it prints a page: there are no custom elements, so the element's own content is printed.
export {};
