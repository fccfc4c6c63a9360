package dev.afterflow.payments;

import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import dev.afterflow.payments.Reconciliation.Line;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches Alipay's bill of a day: one for each shop with an account of its own, and one for the house's account, whose
 * lines are told apart by the shop they belong to. */
@Component
class AlipayBills implements StatementSource {

    private static final String HOUSE = "house";

    private final AlipaySettings settings;
    private final AlipayAccounts accounts;
    private final AlipayGateway gateway;
    private final AlipayBook book;
    private final Shops shops;
    private final JsonMapper json;

    AlipayBills(AlipaySettings settings, AlipayAccounts accounts, AlipayGateway gateway, AlipayBook book, Shops shops, JsonMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
        this.book = book;
        this.shops = shops;
        this.json = json;
    }

    @Override
    public String provider() {
        return AlipayProvider.CODE;
    }

    @Override
    public ZoneId zone() {
        return AlipayBill.SHANGHAI;
    }

    @Override
    public int readyHour() {
        return settings.billHour();
    }

    @Override
    public List<String> accounts() {
        Stream<String> house = settings.isSet() ? Stream.of(HOUSE) : Stream.empty();
        return Stream.concat(house, accounts.shopsWithOwn().stream()).toList();
    }

    @Override
    public List<Told> fetch(String account, LocalDate day) {
        AlipayAccount asked = (account.equals(HOUSE) ? accounts.house() : accounts.of(account))
            .orElseThrow(() -> new IllegalStateException("no account of " + account));
        return AlipayBill.read(gateway.file(asked, address(asked, day))).stream().map(line -> new Told(shop(account, line), new Line(provider(),
            line.lineId(), line.requestNo().isEmpty() ? null : line.requestNo(), line.amount(), line.movedAt(),
            line.outTradeNo().isEmpty() ? null : line.outTradeNo()))).toList();
    }

    private String address(AlipayAccount account, LocalDate day) {
        AlipayDataDataserviceBillDownloadurlQueryRequest request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent(json.writeValueAsString(Map.of("bill_type", "trade", "bill_date", day.toString())));
        var heard = gateway.call(account, request);
        if (heard.words() == null || heard.words().getBillDownloadUrl() == null) {
            throw new IllegalStateException(heard.words() == null ? heard.trouble() : "no bill: " + heard.words().getSubCode());
        }
        return heard.words().getBillDownloadUrl();
    }

    private String shop(String account, AlipayBill.Line line) {
        return !account.equals(HOUSE) ? account : book.shopOf(line.requestNo(), line.outTradeNo()).filter(shop -> shops.find(shop).isPresent()).orElseGet(() ->
            settings.shop() == null ? shops.all().stream().map(Shop::id).findFirst().orElseThrow() : settings.shop());
    }
}
