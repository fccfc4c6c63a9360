package dev.afterflow.remedies;

/** The buyer chose one of the remedies offered; told after commit. {@code remedy} is the word models ask for, such as exchange. */
public record BuyerChose(String caseNumber, String shop, long offer, String code, String remedy) {
}
