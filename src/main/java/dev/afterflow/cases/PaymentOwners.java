package dev.afterflow.cases;

import dev.afterflow.orders.Orders;
import dev.afterflow.payments.Chargebacks;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says whose payment a bank takes back, where no refund of ours has named it yet. */
@Component
class PaymentOwners implements Chargebacks.Owners {

    private final Orders orders;

    PaymentOwners(Orders orders) {
        this.orders = orders;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> shopOf(String provider, String paymentId) {
        return orders.shopOfPayment(provider, paymentId);
    }
}
