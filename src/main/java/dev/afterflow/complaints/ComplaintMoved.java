package dev.afterflow.complaints;

/** Something came that the process of a complaint waits for; told after commit, again until it has heard or no longer waits for it. */
record ComplaintMoved(String caseNumber, String shop, Turn turn) {

    /** NEWS of a delayed parcel, SIGNED before anything was agreed, FOUND after it was, DENIED by the buyer. */
    enum Turn { NEWS, SIGNED, FOUND, DENIED }
}
