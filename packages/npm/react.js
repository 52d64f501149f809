// <FigureTracker> for React 18 and older, which give a custom element's properties and events no meaning of their own.
// React 19 needs none of it: write <figure-tracker>.

import "figure-tracker";
import { createElement, forwardRef, useEffect, useRef } from "react";

const EVENTS = { onReady: "ready", onSelect: "select", onError: "error" };

export const FigureTracker = forwardRef(function FigureTracker({ children, className, ...props }, forwarded) {
  const element = useRef(null);
  const handlers = useRef({});
  const attributes = {};
  for (const [name, value] of Object.entries(props)) {
    if (name in EVENTS) handlers.current[name] = value;
    else attributes[name] = value;
  }
  for (const name in EVENTS) if (!(name in props)) delete handlers.current[name];
  useEffect(() => {
    const node = element.current;
    const listeners = Object.entries(EVENTS).map(([prop, name]) => [`figure-tracker-${name}`, (event) => handlers.current[prop]?.(event)]);
    for (const [name, listener] of listeners) node.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) node.removeEventListener(name, listener);
    };
  }, []);
  const ref = (node) => {
    element.current = node;
    if (typeof forwarded === "function") forwarded(node);
    else if (forwarded) forwarded.current = node;
  };
  // On a custom element these React versions write the attribute `class` alone.
  return createElement("figure-tracker", { ...attributes, class: className, ref }, children);
});

export default FigureTracker;
