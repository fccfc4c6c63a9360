package dev.afterflow.cases;

/** A case has found its end, in words like REFUNDED, REFUSED or WITHDRAWN. */
public record CaseClosed(String number, String shop, String outcome) {
}
