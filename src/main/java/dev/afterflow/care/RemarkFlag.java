package dev.afterflow.care;

/** Where sellers remark on an order at its marketplace, with a flag their people and systems see first. */
interface RemarkFlag {

    /** Whether there is such a place for this shop. */
    boolean isConnected(String shop);

    /** Sets it once more or for the first time; the same number twice has one effect. */
    Answer push(Flag flag);

    /** Whether it is there. */
    Answer ask(Flag flag);

    /** The colours marketplaces know, in the order of their numbers from 1; red asks everybody to look first. */
    enum Colour { RED, YELLOW, GREEN, BLUE, PURPLE }

    /** A remark under our own number. */
    record Flag(String number, String shop, String caseNumber, String orderId, Colour colour, String memo) {
    }

    /** SET and REFUSED are final; MISSING is an answer to a question only; UNKNOWN says nothing, and is asked before it is pushed again. */
    enum Result { SET, MISSING, REFUSED, UNKNOWN }

    /** What came back, with the status and the marketplace's own word where there was one. */
    record Answer(Result result, Integer status, String code) {
    }
}
