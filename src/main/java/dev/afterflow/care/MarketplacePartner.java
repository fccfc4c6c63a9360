package dev.afterflow.care;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where a shop's remarks go at its marketplace: tried by asking, signed, for a remark nobody wrote; a signed "not known" is a good answer. */
@Component
class MarketplacePartner implements Partner {

    private final FlagDoors doors;
    private final HttpRemarkFlag marketplace;
    private final Addresses addresses;

    MarketplacePartner(FlagDoors doors, HttpRemarkFlag marketplace, Addresses addresses) {
        this.doors = doors;
        this.marketplace = marketplace;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return FlagDoors.PARTNER;
    }

    @Override
    public String titleZh() {
        return "平台插旗备注";
    }

    @Override
    public String titleEn() {
        return "Marketplace remarks";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "接口地址", "Address", null, "https://gateway.example.com/afterflow"),
                Field.secret("secret", "签名密钥", "Signing key", ".{16,200}"));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
    }

    @Override
    public Tested test(String shop, Account account) {
        RemarkFlag.Answer answer = marketplace.ask(doors.own(account), shop, "FLAG-TEST");
        String code = String.valueOf(answer.code());
        if (answer.result() == RemarkFlag.Result.SET || answer.result() == RemarkFlag.Result.MISSING) {
            return Tested.well("连接正常：平台认出了我们的签名，应答的签名有效", "Works: the marketplace knows our signature, and its answer's signature holds");
        }
        return switch (code) {
            case "NO_ANSWER" -> Tested.badly("没有得到应答：地址不通或超时", "No answer: the address cannot be reached or took too long");
            case "WRONG_SIGNATURE" -> Tested.badly("应答的签名无效：签名密钥不一致" + status(answer), "The answer's signature does not hold: the signing key is another one" + status(answer));
            default -> Tested.badly("平台拒绝了请求：" + code, "The marketplace refused: " + code);
        };
    }

    private static String status(RemarkFlag.Answer answer) {
        return answer.status() == null ? "" : " (HTTP " + answer.status() + ")";
    }
}
