package dev.afterflow.intake;

import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The letterbox for senders inside the product, such as marketplace adapters: one message, taken exactly once. */
@Service
public class Intake {

    private final Sorting sorting;

    Intake(Sorting sorting) {
        this.sorting = sorting;
    }

    /** Takes one row; a repeat answers DUPLICATE and changes nothing. */
    public Receipt deliver(String shop, String source, String kind, JsonNode row) {
        return sorting.deliver(new Sorting.Delivery(shop, source, kind), List.of(row));
    }
}
