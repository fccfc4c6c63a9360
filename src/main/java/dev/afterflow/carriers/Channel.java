package dev.afterflow.carriers;

/** How a shop speaks to a carrier: by machine, by a letter a person reads, or by hand in the carrier's own portal. */
public enum Channel { WORK_ORDER, MAIL, PORTAL }
