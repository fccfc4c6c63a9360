package dev.afterflow.payments;

import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import dev.afterflow.payments.Reconciliation.Line;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches Alipay's bill of a day: one for the house's account, whose lines are told apart by the shop they belong to. */
@Component
@Conditional(AlipayConfigured.class)
class AlipayBills implements StatementSource {

    private final AlipaySettings settings;
    private final AlipayGateway gateway;
    private final AlipayBook book;
    private final Shops shops;
    private final JsonMapper json;

    AlipayBills(AlipaySettings settings, AlipayGateway gateway, AlipayBook book, Shops shops, JsonMapper json) {
        this.settings = settings;
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
        return List.of("house");
    }

    @Override
    public List<Told> fetch(String account, LocalDate day) {
        return AlipayBill.read(gateway.file(address(day))).stream().map(line -> new Told(shop(line), new Line(provider(),
            line.lineId(), line.requestNo().isEmpty() ? null : line.requestNo(), line.amount(), line.movedAt()))).toList();
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

    private String shop(AlipayBill.Line line) {
        return book.shopOf(line.requestNo(), line.outTradeNo()).filter(shop -> shops.find(shop).isPresent()).orElseGet(() ->
            settings.shop() == null ? shops.all().stream().map(Shop::id).findFirst().orElseThrow() : settings.shop());
    }
}
