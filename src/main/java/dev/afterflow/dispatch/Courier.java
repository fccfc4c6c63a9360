package dev.afterflow.dispatch;

import java.util.List;

/**
 * Carries the outbox rows of one kind to the outside; opens its own transactions and must survive being called twice.
 * An exception means back-off; a row neither done nor postponed when {@link #carry} returns is tried again.
 */
public interface Courier {

    String kind();

    /** Lanes with their own bulkhead, for example one a provider; a slow lane never holds up another. */
    default List<String> lanes() {
        return List.of(kind());
    }

    /** Whether this one only tells another room of our own; it goes on while nothing may leave the house. */
    default boolean staysInside() {
        return false;
    }

    void carry(Parcel parcel);
}
