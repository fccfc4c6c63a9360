package dev.afterflow.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order as the marketplace last told it; amounts in the order's currency, times that have not come are null. */
public record Order(String shop, String orderId, String version, State state, String currency, Instant createdAt,
                    Instant paidAt, Instant promisedShipAt, Instant promisedDeliveryAt, boolean freeShipping,
                    Money freight, Buyer buyer, List<Item> items, List<Payment> payments, List<Shipment> shipments,
                    FreeFreight freeFreight) {

    /** Where the order stands at the marketplace. */
    public enum State { CREATED, PAID, SHIPPED, DELIVERED, FINISHED, CLOSED, CANCELLED, UNAVAILABLE }

    /**
     * What was bought; paid is for the whole line, all pieces.
     *
     * @param opened whether the buyer downloaded, activated or unsealed it, null where nobody told
     */
    public record Item(String lineId, String productId, String sku, String title, int quantity, Money paid,
                       Money freight, Instant promisedShipAt, Boolean opened) {
    }

    /** From which amount shipping was free, and what the seller gave up for it; the order has none where nobody told. */
    public record FreeFreight(Money from, Money waived) {
    }

    /** One payment of the order; money goes back the way it came, by provider and paymentId. */
    public record Payment(String paymentId, String provider, String method, Money paid, Instant paidAt) {

        /** Cash on delivery: the courier takes the money. */
        @JsonIgnore
        public boolean isAtTheDoor() {
            return "cod".equals(provider);
        }
    }

    /** One parcel of the order. */
    public record Shipment(String shipmentId, String carrier, String waybill, Instant shippedAt, Instant promisedAt,
                           Instant deliveredAt, List<Packed> lines) {
    }

    /** How many pieces of a line are in a parcel. */
    public record Packed(String lineId, int quantity) {
    }

    /** Who bought; shown outside this product's doors only {@link #masked()}. */
    public record Buyer(String id, String name, String phone, String email, String language, Address address) {

        /** As agents see it by default: phone 138****1234, name 张*, address to the district. */
        public Buyer masked() {
            return new Buyer(id, Mask.name(name), Mask.phone(phone), Mask.email(email), language,
                    address == null ? null : address.masked());
        }
    }

    /** Where the buyer lives. */
    public record Address(String country, String province, String city, String district, String street, String postcode) {

        /** Down to the district. */
        public Address masked() {
            return new Address(country, province, city, district, null, null);
        }
    }

    /** The same order with its buyer masked. */
    public Order masked() {
        return new Order(shop, orderId, version, state, currency, createdAt, paidAt, promisedShipAt, promisedDeliveryAt,
                freeShipping, freight, buyer == null ? null : buyer.masked(), items, payments, shipments, freeFreight);
    }

    /** The line of this id. */
    public Optional<Item> item(String lineId) {
        return items.stream().filter(item -> item.lineId().equals(lineId)).findFirst();
    }

    /** Whether so many pieces of each line going back leave less than shipping was free from; never if all goes back. */
    public boolean losesFreeShipping(Map<String, Integer> pieces) {
        if (!freeShipping || freeFreight == null || pieces.isEmpty()) {
            return false;
        }
        long kept = items.stream().mapToLong(item -> kept(item, pieces.getOrDefault(item.lineId(), 0))).sum();
        return kept > 0 && kept < freeFreight.from().minor();
    }

    private static long kept(Item item, int gone) {
        return item.paid().minor() - item.paid().minor() * Math.min(gone, item.quantity()) / item.quantity();
    }

    /** The sum of its payments, also of those still to come. */
    @JsonIgnore
    public Money paid() {
        return sum(payments);
    }

    /** The payments that have reached us: told as paid, and at the door once every parcel was handed over. */
    @JsonIgnore
    public List<Payment> received() {
        boolean here = state == State.DELIVERED || state == State.FINISHED || deliveredAt().isPresent();
        boolean ahead = paidAt != null || here || state == State.PAID || state == State.SHIPPED;
        return payments.stream().filter(part -> part.paidAt() != null || (part.isAtTheDoor() ? here : ahead)).toList();
    }

    /** What has reached us; nothing else is ours to give back. */
    @JsonIgnore
    public Money captured() {
        return sum(received());
    }

    private Money sum(List<Payment> parts) {
        return parts.stream().map(Payment::paid).reduce(Money.zero(currency), Money::plus);
    }

    /** Whether any parcel has left. */
    @JsonIgnore
    public boolean isShipped() {
        return state == State.SHIPPED || state == State.DELIVERED || state == State.FINISHED
                || shipments.stream().anyMatch(shipment -> shipment.shippedAt() != null);
    }

    /** When the last parcel arrived; empty while any is on its way. */
    @JsonIgnore
    public Optional<Instant> deliveredAt() {
        boolean allHere = shipments.stream().allMatch(shipment -> shipment.deliveredAt() != null);
        return allHere ? shipments.stream().map(Shipment::deliveredAt).max(Instant::compareTo) : Optional.empty();
    }
}
