package dev.afterflow.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a buyer wants, as marketplaces call it. */
enum Wish {

    REFUND_ONLY("REFUND", true), RETURN_REFUND("RETURN_REFUND", true), EXCHANGE("EXCHANGE", false), RESHIP("RESHIP", false),
    REPAIR("REPAIR", false), SHORT("RESHIP", false), WRONG_ITEM("EXCHANGE", false);

    private final String remedy;
    private final boolean money;

    Wish(String remedy, boolean money) {
        this.remedy = remedy;
        this.money = money;
    }

    static Wish named(String kind) {
        return Stream.of(values()).filter(wish -> wish.name().equals(kind)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "kind is one of " + List.of(values())));
    }

    String remedy() {
        return remedy;
    }

    /** Whether money is asked for. */
    boolean money() {
        return money;
    }
}
