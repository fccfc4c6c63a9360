package dev.afterflow.intake;

import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The letterbox for rooms of the product, such as marketplace adapters: one message, taken exactly once. */
@Service
public class Intake {

    private final Sorting sorting;
    private final Shelf shelf;

    Intake(Sorting sorting, Shelf shelf) {
        this.sorting = sorting;
        this.shelf = shelf;
    }

    /** Takes one row; a repeat answers DUPLICATE and changes nothing. */
    public Receipt deliver(String shop, String source, String kind, JsonNode row) {
        return sorting.deliver(new Sorting.Delivery(shop, source, kind), List.of(row));
    }

    /** Hands a parked message over again: TAKEN, or OVERTAKEN by a newer one; a {@code Problem} 409 when it fails again, 404 when none is parked. */
    public String retry(long parked) {
        return shelf.retry(parked).name();
    }
}
