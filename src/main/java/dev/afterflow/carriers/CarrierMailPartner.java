package dev.afterflow.carriers;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Connections;
import dev.afterflow.connections.Partner;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Where a shop's letters to carriers' claims desks go; mail is carried by the shop's mail connection or the house's server. */
@Component
class CarrierMailPartner implements Partner {

    private static final String ADDRESS = "[^@\\s]{1,64}@[A-Za-z0-9.-]{1,190}";
    private static final List<String[]> DESKS = List.of(new String[] {"sf", "顺丰", "SF"}, new String[] {"yto", "圆通", "YTO"}, new String[] {"zto", "中通", "ZTO"},
        new String[] {"sto", "申通", "STO"}, new String[] {"yunda", "韵达", "Yunda"}, new String[] {"jt", "极兔", "J&T"}, new String[] {"jd", "京东", "JD"},
        new String[] {"ems", "EMS", "EMS"}, new String[] {"deppon", "德邦", "Deppon"}, new String[] {"dhl", "DHL", "DHL"}, new String[] {"ups", "UPS", "UPS"},
        new String[] {"fedex", "FedEx", "FedEx"}, new String[] {"usps", "USPS", "USPS"}, new String[] {"correios", "Correios", "Correios"});

    private final Connections connections;
    private final ObjectProvider<JavaMailSender> house;

    CarrierMailPartner(Connections connections, ObjectProvider<JavaMailSender> house) {
        this.connections = connections;
        this.house = house;
    }

    @Override
    public String word() {
        return CarrierMail.DESKS;
    }

    @Override
    public String titleZh() {
        return "承运商理赔邮箱";
    }

    @Override
    public String titleEn() {
        return "Carriers' claims desks";
    }

    @Override
    public List<Field> fields() {
        return DESKS.stream().map(desk -> Field.open(desk[0], desk[1] + "理赔邮箱", "Claims desk of " + desk[2], ADDRESS, "claims@" + desk[0] + ".example").optional()).toList();
    }

    @Override
    public void check(Map<String, String> settings) {
        if (settings.values().stream().allMatch(value -> value == null || value.isBlank())) {
            throw Problem.invalid("settings.sf", "required", "请至少填写一家承运商的邮箱", "Name at least one carrier's address");
        }
    }

    @Override
    public Tested test(String shop, Account account) {
        return house.getIfAvailable() != null || connections.has(shop, "mail")
            ? Tested.well("可以发送：店铺或系统的邮件服务器已设置", "Can be sent: the shop or the house has a mail server")
            : Tested.badly("没有可用的邮件服务器：请先设置“邮件发送”", "There is no mail server: set the connection Mail first");
    }
}
