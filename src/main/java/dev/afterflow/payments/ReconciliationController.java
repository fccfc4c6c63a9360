package dev.afterflow.payments;

import dev.afterflow.security.Problem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Shows finance where our books and a provider's statement differ. */
@RestController
@RequestMapping("/api/payments/reconciliation")
class ReconciliationController {

    private static final int MOST = 500;

    private final Reconciliation reconciliation;
    private final ObjectProvider<AlipayBills> bills;

    ReconciliationController(Reconciliation reconciliation, ObjectProvider<AlipayBills> bills) {
        this.reconciliation = reconciliation;
        this.bills = bills;
    }

    /** The day whose bill is wanted, as the provider counts days. */
    record Run(LocalDate day) {
    }

    /** The differences nobody has explained yet, the newest day first. */
    @GetMapping
    @PreAuthorize("hasAnyRole('FINANCE', 'OWNER', 'MANAGER', 'DIRECTOR')")
    List<JdbcStatements.Item> open() {
        return reconciliation.open(MOST);
    }

    /** Fetches a day's bill from the provider now; a line taken before changes nothing. */
    @PostMapping("/run")
    @PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
    AlipayBills.Taken run(@RequestBody Run run) {
        AlipayBills alipay = bills.getIfAvailable();
        if (alipay == null) {
            throw Problem.notFound("provider");
        }
        if (run.day() == null || run.day().isAfter(alipay.today())) {
            throw Problem.invalid("day", "past", "请选择今天或更早的日期", "Choose today or an earlier day");
        }
        try {
            return alipay.take(run.day());
        } catch (IllegalStateException | RestClientException notNow) {
            throw Problem.conflict("payments.noBill", "支付宝暂时没有提供这一天的账单，请稍后再试",
                "Alipay does not give that day's bill now; try again later");
        }
    }
}
