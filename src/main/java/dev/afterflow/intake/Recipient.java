package dev.afterflow.intake;

import dev.afterflow.security.Shop;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The room that takes the letters of one kind; a bean of an upper room. */
public interface Recipient {

    /** The kind it takes, as in {@code POST /api/intake/{kind}}. */
    String kind();

    /** What is wrong with a row before anything is stored; empty when it may be taken. */
    List<Fault> check(JsonNode row, Shop shop);

    /**
     * Takes letters seen for the first time, in the transaction that stores them; no two are about the same thing. An
     * exception takes back the whole batch; then each letter comes alone, and one that fails alone is parked.
     */
    void accept(List<Letter> letters);

    /** The sender's name of the thing a checked row is about: {@code orders} are named by {@code orderId} and so on. */
    default String externalId(JsonNode row) {
        String one = kind().endsWith("s") ? kind().substring(0, kind().length() - 1) : kind();
        return row.path(one + "Id").stringValue("");
    }

    /** The sender's version of it, an instant or a number that grows; empty when the content itself is the version. */
    default String version(JsonNode row) {
        return row.path("version").stringValue("");
    }
}
