package dev.afterflow.claims;

import dev.afterflow.orders.ParcelScanned;

/** A parcel that is claimed as lost was scanned where it should be, or came back; told after commit until the claim has heard. */
record ParcelFound(String claimNo, ParcelScanned.Code code) {
}
