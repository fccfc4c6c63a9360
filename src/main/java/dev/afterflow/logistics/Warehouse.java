package dev.afterflow.logistics;

/** Who keeps the shop's goods, and with them the seller's own books: told what to expect, what to send, what happened. */
interface Warehouse {

    /** Whether anybody is there to be told of this shop. */
    boolean isConnected(String shop);

    /** Tells it once more or for the first time; the same number twice has one effect. */
    Answer tell(Notice notice);

    /** What is told; the body is sent as it stands. */
    enum Kind { RETURN_EXPECTED, SHIPMENT_ORDERED, EVENT }

    /** One thing told, under our own number. */
    record Notice(String ref, String shop, String caseNumber, Kind kind, String number, String body) {
    }

    /** TAKEN and REFUSED are final; UNKNOWN is neither and is told again. */
    enum Result { TAKEN, REFUSED, UNKNOWN }

    /**
     * What came back.
     *
     * @param body what a genuine answer said, null without one
     */
    record Answer(Result result, Integer status, String code, String body) {
    }
}
