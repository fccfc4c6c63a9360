package dev.afterflow.logistics;

/** A return or a replacement of this case moved; its process is told after the commit, again until it has heard. */
public record ParcelMoved(String caseNumber, String shop, boolean replacement) {
}
