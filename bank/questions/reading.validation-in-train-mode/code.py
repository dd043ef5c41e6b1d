def validate(model, loader, loss_function):
    total, rows = 0.0, 0
    with torch.no_grad():
        for inputs, labels in loader:
            outputs = model(inputs)
            total += loss_function(outputs, labels).item() * len(labels)
            rows += len(labels)
    return total / rows


for epoch in range(epochs):
    model.train()
    train_one_epoch(model, train_loader, loss_function, optimizer)
    print(epoch, validate(model, valid_loader, loss_function))
