package dev.afterflow.payments;

import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import dev.afterflow.database.Fence;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches Alipay's bill of each day and puts its refunds through the letterbox as a statement; taking a day twice changes nothing. */
@Component
@Conditional(AlipayConfigured.class)
class AlipayBills {

    private static final Logger LOG = LoggerFactory.getLogger(AlipayBills.class);
    private static final int DAYS_BACK = 7;

    private final AlipaySettings settings;
    private final AlipayGateway gateway;
    private final AlipayBook book;
    private final Intake intake;
    private final Shops shops;
    private final JsonMapper json;
    private final Clock clock;

    AlipayBills(AlipaySettings settings, AlipayGateway gateway, AlipayBook book, Intake intake, Shops shops, JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.book = book;
        this.intake = intake;
        this.shops = shops;
        this.json = json;
        this.clock = clock;
    }

    /** What became of a day's bill. */
    record Taken(LocalDate day, int lines, int accepted, int duplicate, int rejected) {
    }

    /** Once an hour from the set hour on, so that a bill which was not ready or a node that was down is made up for. */
    @Scheduled(cron = "0 30 * * * *")
    void everyDay() {
        ZonedDateTime now = clock.instant().atZone(AlipayBill.SHANGHAI);
        for (int back = DAYS_BACK; back >= 1 && now.getHour() >= settings.billHour(); back--) {
            LocalDate day = now.toLocalDate().minusDays(back);
            try {
                if (!book.hasBill(day)) {
                    take(day);
                }
            } catch (RuntimeException notYet) {
                LOG.warn("Alipay's bill of {} could not be taken: {}", day, notYet.toString());
            }
        }
    }

    LocalDate today() {
        return clock.instant().atZone(AlipayBill.SHANGHAI).toLocalDate();
    }

    Taken take(LocalDate day) {
        List<AlipayBill.Line> lines = AlipayBill.read(gateway.file(address(day)));
        Taken taken = Fence.everywhere(() -> deliver(day, lines));
        if (taken.rejected() == 0) {
            book.tookBill(day, lines.size());
        }
        return taken;
    }

    private String address(LocalDate day) {
        AlipayDataDataserviceBillDownloadurlQueryRequest request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent(json.writeValueAsString(Map.of("bill_type", "trade", "bill_date", day.toString())));
        var heard = gateway.call(request);
        if (heard.words() == null || heard.words().getBillDownloadUrl() == null) {
            throw new IllegalStateException(heard.words() == null ? heard.trouble() : "no bill: " + heard.words().getSubCode());
        }
        return heard.words().getBillDownloadUrl();
    }

    private Taken deliver(LocalDate day, List<AlipayBill.Line> lines) {
        List<Receipt> receipts = lines.stream().map(this::deliver).toList();
        return new Taken(day, lines.size(), receipts.stream().mapToInt(Receipt::accepted).sum(),
            receipts.stream().mapToInt(Receipt::duplicate).sum(), receipts.stream().mapToInt(Receipt::rejected).sum());
    }

    private Receipt deliver(AlipayBill.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lineId", line.lineId());
        row.put("provider", AlipayProvider.CODE);
        if (!line.requestNo().isEmpty()) {
            row.put("refundNo", line.requestNo());
        }
        row.put("amount", Map.of("minor", line.amount().minor(), "currency", line.amount().currency()));
        row.put("movedAt", line.movedAt().toString());
        return intake.deliver(shop(line), AlipayProvider.CODE, "statements", json.valueToTree(row));
    }

    private String shop(AlipayBill.Line line) {
        return book.shopOf(line.requestNo(), line.outTradeNo()).filter(shop -> shops.find(shop).isPresent()).orElseGet(() ->
            settings.shop() == null ? shops.all().stream().map(Shop::id).findFirst().orElseThrow() : settings.shop());
    }
}
