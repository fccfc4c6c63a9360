package dev.afterflow.orders;

import java.time.Instant;

/** A carrier told where a parcel is; published in the storing transaction. The order is null when no order has this waybill. */
public record ParcelScanned(String shop, String orderId, String waybill, Code code, Instant at) {

    /** What the carrier did with it. */
    public enum Code { PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, EXCEPTION, RETURNING, RETURNED }
}
